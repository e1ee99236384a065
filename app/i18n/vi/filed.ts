/** The page after a ticket was sent. */
export const filed = {
  title: (number: number) => `Phiếu ${number}`,
  sent: "Đã gửi phiếu",
  who: "Ai xem phiếu này",
  phone: (phone: string) => `gọi ${phone}`,
  desk: "Bàn trực của Trung tâm Chuyển đổi số",
  next: "Tiếp theo",
  steps: {
    read: "Kỹ thuật viên nhận phiếu và trả lời ngay trên phiếu.",
    told: "Có trả lời mới thì chuông ở đầu trang báo; mail cũng gửi nếu đã chọn.",
    confirm: "Xử lý xong, bấm “Đã dùng được” hoặc “Vẫn còn lỗi”. Không bấm gì thì phiếu tự đóng sau ba ngày làm việc.",
  },
  meanwhile: "Trong lúc chờ",
  counter: "Báo với người dân đang chờ, ghi giấy hẹn hoặc tiếp nhận bằng giấy nếu được.",
  addMore: "Nhớ ra thêm điều gì, có thêm ảnh: mở phiếu và trả lời vào đó, không gửi phiếu mới.",
  onBehalf: (name: string) => `Gửi thay cho ${name}. Người đó thấy phiếu ở trang của mình.`,
  another: "Gửi phiếu khác",
  priority: (word: string) => `Mức ưu tiên: ${word}`,
};
