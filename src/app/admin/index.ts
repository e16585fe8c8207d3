export { ItemsScreen } from './itemsScreen.tsx';
export { StaffScreen } from './staffScreen.tsx';
