-- Each upload asks how much the same person sent today.
create index files_uploader_idx on files (uploader_id, created_at);
