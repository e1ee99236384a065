-- What offices and chats write short, and what it stands for: a search for one finds the other. An admin edits the list.
-- `short` is one folded word (đn is dn), as every word of a search is when it is looked up here.
create table abbreviations (
  short text primary key constraint abbreviations_short_is_a_folded_word check (short ~ '^[a-z0-9]{1,20}$'),
  long text not null constraint abbreviations_long_length check (char_length(long) between 1 and 120),
  kind text not null constraint abbreviations_kind_known check (kind in ('office', 'chat', 'place')),
  changed_at timestamptz not null default now()
);

insert into abbreviations (kind, short, long) values
  ('office', 'vb', 'văn bản'), ('office', 'hs', 'hồ sơ'), ('office', 'tk', 'tài khoản'), ('office', 'mk', 'mật khẩu'),
  ('office', 'cks', 'chữ ký số'), ('office', 'pm', 'phần mềm'), ('office', 'dn', 'đăng nhập'), ('office', 'dx', 'đăng xuất'),
  ('office', 'dk', 'đăng ký'), ('office', 'ttpvhcc', 'trung tâm phục vụ hành chính công'), ('office', 'hcc', 'hành chính công'),
  ('office', 'dvc', 'dịch vụ công'), ('office', 'dvcqg', 'dịch vụ công quốc gia'), ('office', 'dvctt', 'dịch vụ công trực tuyến'),
  ('office', 'ubnd', 'ủy ban nhân dân'), ('office', 'hdnd', 'hội đồng nhân dân'), ('office', 'vp', 'văn phòng'),
  ('office', 'tthc', 'thủ tục hành chính'), ('office', 'cv', 'công văn'), ('office', 'qd', 'quyết định'),
  ('office', 'tb', 'thông báo'), ('office', 'bc', 'báo cáo'), ('office', 'hd', 'hướng dẫn'), ('office', 'nv', 'nhân viên'),
  ('office', 'cb', 'cán bộ'), ('office', 'cbcc', 'cán bộ công chức'), ('office', 'ld', 'lãnh đạo'), ('office', 'pct', 'phó chủ tịch'),
  ('office', 'ct', 'chủ tịch'), ('office', 'vt', 'văn thư'), ('office', 'tn', 'tiếp nhận'), ('office', 'cccd', 'căn cước công dân'),
  ('office', 'cmnd', 'chứng minh nhân dân'), ('office', 'csdl', 'cơ sở dữ liệu'), ('office', 'cntt', 'công nghệ thông tin'),
  ('office', 'cds', 'chuyển đổi số'), ('office', 'tt', 'thông tin'), ('office', 'sdt', 'số điện thoại'), ('office', 'dt', 'điện thoại'),
  ('office', 'mt', 'máy tính'), ('office', 'mtxt', 'máy tính xách tay'), ('office', 'wifi', 'mạng'), ('office', 'hk', 'hộ khẩu'),
  ('office', 'ht', 'hộ tịch'), ('office', 'ks', 'khai sinh'), ('office', 'dkkh', 'đăng ký kết hôn'), ('office', 'bhyt', 'bảo hiểm y tế'),
  ('office', 'gcn', 'giấy chứng nhận'), ('office', 'ktv', 'kỹ thuật viên'),
  ('chat', 'ko', 'không'), ('chat', 'k', 'không'), ('chat', 'hok', 'không'), ('chat', 'kg', 'không'), ('chat', 'dc', 'được'),
  ('chat', 'vs', 'với'), ('chat', 'mn', 'mọi người'), ('chat', 'bt', 'bình thường'), ('chat', 'ntn', 'như thế nào'),
  ('chat', 'ng', 'người'), ('chat', 'lm', 'làm'), ('chat', 'ms', 'mới'), ('chat', 'trc', 'trước'), ('chat', 'bh', 'bây giờ'),
  ('place', 'p', 'phường'), ('place', 'f', 'phường'), ('place', 'q', 'quận'), ('place', 'h', 'huyện'), ('place', 'x', 'xã'),
  ('place', 'tp', 'thành phố'), ('place', 'hcm', 'Hồ Chí Minh'), ('place', 'tphcm', 'thành phố Hồ Chí Minh'), ('place', 'sg', 'Sài Gòn');

alter table abbreviations enable row level security;
create policy abbreviations_read on abbreviations for select using (true);
create policy abbreviations_add on abbreviations for insert with check ((select tram_administers()));
create policy abbreviations_change on abbreviations for update using ((select tram_administers()));
create policy abbreviations_drop on abbreviations for delete using ((select tram_administers()));
grant select, insert, update, delete on abbreviations to tram_app;
