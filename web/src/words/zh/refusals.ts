import type { Code } from '~/api/client';
import type { en } from '../en';

const SENTENCES: Record<Code, string> = {
  bad_request: '请求的内容不对',
  prompt_empty: '还没有写要做什么',
  prompt_too_large: '文字太长，长文本请作为附件发送',
  unknown_mode: '没有这种任务类型',
  unknown_agent: '没有这个智能体',
  unknown_provider: '这个模型提供方还没有配置',
  unknown_model: '没有这个模型',
  model_has_no_price: '不知道这个模型的价格，无法按金额设预算',
  no_model: '还没有配置模型：请在“设置 > 模型”里填入密钥',
  key_refused: '提供方不接受这个密钥',
  provider_unavailable: '暂时联系不上模型提供方',
  unknown_upload: '找不到上传的文件，请重新上传',
  repository_invalid: '仓库地址不对',
  repository_unavailable: '读取不了这个仓库',
  archive_rejected: '压缩包不能用',
  too_large: '内容太大',
  unsupported_media_type: '不支持这种格式',
  unauthorized: '登录已失效，请重新登录',
  forbidden: '当前令牌没有这个权限',
  forbidden_origin: '不接受来自这个网页的请求',
  not_found: '找不到，可能已被删除',
  method_not_allowed: '这个地址不支持该操作',
  conflict: '现在不能这样做',
  idempotency_conflict: '同一个请求编号已用于别的内容',
  not_available: '这项功能还没有',
  too_many_requests: '请求太频繁，请稍后再试',
  unavailable: '服务器暂时不可用，请稍后再试',
  disk_full: '服务器磁盘已满',
  internal: '服务器内部出错',
};

export const refusals: (typeof en)['refusals'] = {
  say: (code, detail) => {
    const sentence: string | undefined = SENTENCES[code as Code];
    return sentence ? `${sentence}（${detail}）` : detail;
  },
  unknown: detail => `连不上服务器（${detail}）`,
};
