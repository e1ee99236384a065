/** Pages that must work when nothing else does: no database, no React. */
export const plainPages = {
  400: {
    title: "Yêu cầu không hợp lệ",
    text: "Địa chỉ hoặc dữ liệu gửi lên không đúng dạng. Hãy quay lại và thử lại.",
  },
  403: {
    title: "Không nhận yêu cầu này",
    text: "Yêu cầu không đến từ trang của Trạm, nên không có gì được thay đổi. Hãy mở lại trang và gửi lần nữa.",
  },
  404: { title: "Không tìm thấy", text: "Trang này không có, hoặc tài khoản này không được xem." },
  405: { title: "Không dùng được cách gọi này", text: "Hãy quay lại trang trước." },
  413: {
    title: "Dữ liệu quá lớn",
    text: "Phần gửi lên vượt quá giới hạn. Hãy bớt tệp hoặc rút ngắn nội dung rồi gửi lại.",
  },
  415: { title: "Dạng dữ liệu không dùng được", text: "Trạm không nhận dạng dữ liệu này." },
  429: { title: "Quá nhiều lần", text: "Hãy đợi một lát rồi thử lại." },
  500: {
    title: "Trạm gặp lỗi",
    text: "Lỗi đã được ghi lại. Nếu vừa gửi nội dung, hãy kiểm tra trước khi gửi lại.",
  },
  503: {
    title: "Trạm tạm thời chưa phục vụ được",
    text: "Hệ thống đang khởi động lại hoặc quá tải. Trang này tự tải lại sau ít giây. Nếu vừa bấm lưu, hãy kiểm tra trước khi gửi lại.",
  },
  retry: "Thử lại",
  home: "Về trang đầu",
  code: "Mã yêu cầu",
};
