export { viewProblems } from './view-problems';
