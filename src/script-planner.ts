// What reads alike stands together: a script is smaller when styles are beside styles and words beside words.
import './elements/shared/base-styles.ts';
import './elements/lead-form/lead-form-styles.ts';
import './elements/roi-calculator/roi-calculator-styles.ts';
import './elements/planner/planner-styles.ts';
import './elements/planner/share/report-styles.ts';
import './locales/register.ts';
import './planner.ts';
import './script.ts';
