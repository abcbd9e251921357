import type { share as en } from '../en/share';

export const share: typeof en = {
  readOnly: '分享的任务，只读',
  ends: day => `链接有效期至 ${day}`,
  asked: '任务内容',
  prompt: '提示词',
  changes: '改动',
  logs: '日志',
  files: '文件',
  patch: '保存补丁',
  save: '保存',
  failed: '任务失败',
  runs: '任务还在运行，本页会自动更新。',
  cut: '文件较长，这里是末尾部分。保存可得到全部内容。',
  empty: '没有任何输出。',
  gone: '这个链接没有内容',
  goneHint: '它不存在、已过期或已被撤销。请向发送者索取新的链接。',
  broken: '服务器没有响应',
  brokenHint: '本页会自动重试。',
};
