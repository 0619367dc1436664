export { ProvinceResolver, resolveProvince, unitOf } from './province.resolver';
export { writeProvinceReference } from './province.store';
