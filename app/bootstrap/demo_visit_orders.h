#pragma once

#include "bootstrap/demo_visit_scene.h"

namespace simiao::bootstrap {

/// Tests that were done together, to be charged as one.
struct OrderedPanel
{
    QString name;
    Money price;
    std::vector<diagnostics::Observation> results;
};

/// In every third visit one or two of the department's panels, of the tests that are done for such a patient.
std::vector<OrderedPanel> inventPanels(const VisitScene &scene, Dice &dice);

/// Visits of the last year: the complaint's drugs in their usual dose, as far as a quantity follows from it
/// and the allergies on record say nothing against them; reviewed, paid and handed over.
void prescribe(DemoVisit &visit, const VisitScene &scene, Dice &dice);

} // namespace simiao::bootstrap
