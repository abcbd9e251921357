export const settings = {
  title: 'Settings',
  models: 'Models',
  system: 'This server',
  noModels: 'No model is set up.',
  context: 'Context',
  price: 'Price per million tokens',
  free: 'No price set',
};
