type Team = { key: string; name: string; nameEn: string };
type System = { key: string; name: string; nameEn: string; team: string };

export const TEAMS: readonly Team[] = [
  { key: "documents", name: "Nhóm văn bản và điều hành", nameEn: "Documents and administration" },
  { key: "onestop", name: "Nhóm một cửa và dịch vụ công", nameEn: "One-stop and public services" },
  { key: "civil", name: "Nhóm hộ tịch, chứng thực", nameEn: "Civil status and certification" },
  { key: "identity", name: "Nhóm chữ ký số và định danh", nameEn: "Signatures and identity" },
  { key: "sector", name: "Nhóm phần mềm chuyên ngành", nameEn: "Sector software" },
  { key: "network", name: "Nhóm hạ tầng, mạng và thiết bị", nameEn: "Network and equipment" },
];

/** In the order in which a ward that has reported nothing yet sees them. */
export const SYSTEMS: readonly System[] = [
  { key: "tthc", name: "Một cửa (giải quyết TTHC)", nameEn: "One-stop case system", team: "onestop" },
  { key: "vb", name: "Quản lý văn bản", nameEn: "Document management", team: "documents" },
  { key: "kyso", name: "Chữ ký số", nameEn: "Digital signature", team: "identity" },
  { key: "maytram", name: "Máy tính, máy in, máy quét", nameEn: "Computers, printers, scanners", team: "network" },
  { key: "mang", name: "Mạng, đường truyền", nameEn: "Network and lines", team: "network" },
  { key: "quay", name: "Máy bốc số, kiosk, màn hình quầy", nameEn: "Queue machine, kiosk, counter screens", team: "network" },
  { key: "hotich", name: "Hộ tịch điện tử", nameEn: "Civil status", team: "civil" },
  { key: "dvclt", name: "Liên thông khai sinh, khai tử", nameEn: "Linked birth and death registration", team: "civil" },
  { key: "chungthuc", name: "Chứng thực điện tử", nameEn: "Certification", team: "civil" },
  { key: "dancu", name: "Cơ sở dữ liệu dân cư", nameEn: "Population data", team: "identity" },
  { key: "vneid", name: "VNeID, định danh điện tử", nameEn: "VNeID, electronic identity", team: "identity" },
  { key: "dvcqg", name: "Cổng Dịch vụ công quốc gia", nameEn: "National public service portal", team: "onestop" },
  { key: "lgsp", name: "Trục tích hợp dữ liệu (LGSP)", nameEn: "Data integration axis (LGSP)", team: "onestop" },
  { key: "sohoa", name: "Số hóa hồ sơ", nameEn: "Digitising files", team: "onestop" },
  { key: "thanhtoan", name: "Thanh toán trực tuyến", nameEn: "Online payment", team: "onestop" },
  { key: "email", name: "Thư công vụ", nameEn: "Official mail", team: "documents" },
  { key: "baocao", name: "Hệ thống báo cáo", nameEn: "Reporting system", team: "documents" },
  { key: "1022", name: "Cổng 1022", nameEn: "1022 citizen hotline portal", team: "documents" },
  { key: "dieuhanh", name: "Nền tảng quản lý chính quyền số", nameEn: "Task and administration platform", team: "documents" },
  { key: "hop", name: "Hội nghị truyền hình", nameEn: "Video conference", team: "network" },
  { key: "datdai", name: "Phần mềm đất đai", nameEn: "Land administration", team: "sector" },
  { key: "hkd", name: "Đăng ký hộ kinh doanh", nameEn: "Household business registration", team: "sector" },
  { key: "khobac", name: "Dịch vụ công Kho bạc", nameEn: "State treasury services", team: "sector" },
  { key: "ketoan", name: "Phần mềm kế toán", nameEn: "Accounting software", team: "sector" },
  { key: "ansinh", name: "An sinh xã hội", nameEn: "Social welfare", team: "sector" },
  { key: "cbcc", name: "Cơ sở dữ liệu cán bộ, công chức", nameEn: "Civil servant records", team: "documents" },
  { key: "web", name: "Trang web của đơn vị", nameEn: "Unit web site", team: "documents" },
  { key: "khac", name: "Việc khác", nameEn: "Something else", team: "documents" },
];
