import type { settings as en } from '../en/settings';

export const settings: typeof en = {
  title: '设置',
  models: '模型',
  system: '本服务器',
  noModels: '还没有配置模型。',
  context: '上下文',
  price: '每百万 token 价格',
  free: '未设价格',
};
