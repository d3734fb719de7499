// Pictures of ours come in two sizes: lists, lines and variants name the small one, pages of products the large one. Other addresses have one.
const ours = (size: string) => new RegExp(`(/api/pictures/v1/[^/]+/[^/]+/)${size}$`);
const [anySmall, anyLarge] = [ours('small'), ours('large')];

export const largePicture = (url: string) => url.replace(anySmall, '$1large');
export const smallPicture = (url: string) => url.replace(anyLarge, '$1small');
