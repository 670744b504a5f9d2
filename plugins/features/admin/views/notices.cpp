#include "admin/views/notices.h"

namespace simiao::admin {

void put(ui::NoticeLine *line, const ui::Notice &notice)
{
    const bool isEmpty = notice.lead.isEmpty() && notice.text.isEmpty();
    if (notice != line->notice())
        line->setNotice(notice);
    line->setVisible(!isEmpty);
    line->setProperty("text", QString(notice.lead + QLatin1Char(' ') + notice.text).trimmed());
}

} // namespace simiao::admin
