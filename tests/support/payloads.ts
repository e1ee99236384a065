/** Texts that become more than text wherever somebody forgets to escape. */
export const PAYLOADS = [
  "<script>run(1)</script>",
  "</script><script>run(2)</script>",
  '"><img src=x onerror=run(3)>',
  "<svg onload=run(4)>",
  "<!--<script>run(5)",
  "\u2028run(6)\u2029",
  "<scr<script>ipt>run(7)</scr</script>ipt>",
  "<iframe srcdoc='<script>run(8)</script>'></iframe>",
  "<base href=//evil.example>",
  "javascript:run(9)",
  "java\tscript:run(10)",
  "[x](javascript:run(11))",
  "data:text/html,<script>run(12)</script>",
  'http://evil.example/"onmouseover="run(13)',
  "&lt;img src=x onerror=run(14)&gt;",
  "<math><mtext><img src=x onerror=run(15)>",
];
