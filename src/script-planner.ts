import './planner.ts';
import './script.ts';
