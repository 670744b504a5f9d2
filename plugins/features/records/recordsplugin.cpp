#include "recordsplugin.h"

#include "records/views/records_page.h"

namespace simiao::records {

Result<void> RecordsPlugin::initialize(sdk::Registry &registry)
{
    registry.addDeskPage(QStringLiteral("records.page"),
                         [](sdk::Desk *desk, QWidget *parent) { return new RecordsPage(desk, parent); });
    return ok();
}

} // namespace simiao::records
