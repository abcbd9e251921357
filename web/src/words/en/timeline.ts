export const timeline = {
  empty: 'Nothing has happened yet.',
};
