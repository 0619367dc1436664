export { readAs, type BiReading } from './read-as';
export { viewProblems } from './view-problems';
