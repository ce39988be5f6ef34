import '../console.css';
import './enrolment.css';
import { createRoot } from 'react-dom/client';
import { EnrolmentPage } from './enrolment-page';

const container = document.getElementById('enrolment');
if (container) createRoot(container).render(<EnrolmentPage />);
