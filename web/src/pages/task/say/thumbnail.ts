const SIZE = 96;
const PICTURE = /^image\/(?:png|jpeg|webp|gif|avif|bmp)$/;

/** A picture made small, as a data address (the page's policy takes no other); none if it is none. */
export async function thumbnail(file: Blob): Promise<string | undefined> {
  if (!PICTURE.test(file.type)) return undefined;
  try {
    const whole = await createImageBitmap(file);
    const scale = Math.min(1, SIZE / Math.min(whole.width, whole.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(whole.width * scale));
    canvas.height = Math.max(1, Math.round(whole.height * scale));
    canvas.getContext('2d')?.drawImage(whole, 0, 0, canvas.width, canvas.height);
    whole.close();
    return canvas.toDataURL('image/webp', 0.8);
  } catch {
    return undefined;
  }
}
