/** Papers that are worth something to whoever finds a copy: a copy says what it is for. */
const IDENTITY = /身份证|户口簿|户口本|居住证|护照|通行证/;

export const isIdentityPaper = (name: string): boolean => IDENTITY.test(name);

export const watermarkFor = (item: string): string => `仅限办理${item}使用`;
