export { migrations } from './migrations';
export { preparePlans } from './prepare';
export { planRoutes } from './routes/plan.routes';
export { schema, type PlanServices } from './schema';
export { publishPlanText, type PlanTextSubmission } from './modules/publication/publish-plan';
export { progressDataset } from './modules/progress/progress.dataset';
