/** How the rows of the meta table begin that hold copies of seal registers, each sealed under the vault key. */
export const REGISTER_ROW = 'register:';
