export const diff = {
  loading: 'Reading the changes',
};
