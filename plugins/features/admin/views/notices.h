#pragma once

#include "ui/widgets/notice_line.h"

namespace simiao::admin {

/// Shows the notice, or takes its room away while there is nothing to say. Tests and tours read "text".
void put(ui::NoticeLine *line, const ui::Notice &notice);

} // namespace simiao::admin
