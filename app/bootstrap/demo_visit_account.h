#pragma once

#include "bootstrap/demo_visit_orders.h"

namespace simiao::bootstrap {

/// Charges the fee, the panels and the drugs of `visit`, and settles them all with one invoice.
void settle(DemoVisit &visit, const VisitScene &scene, const std::vector<OrderedPanel> &panels, Dice &dice);

} // namespace simiao::bootstrap
