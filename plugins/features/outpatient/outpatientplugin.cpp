#include "outpatientplugin.h"

#include "views/consult_page.h"
#include "views/diagnosis_panel.h"
#include "views/note_panel.h"
#include "views/timeline_panel.h"

namespace simiao::outpatient {

Result<void> OutpatientPlugin::initialize(sdk::Registry &registry)
{
    registry.addDeskPage(QStringLiteral("outpatient.consult"),
                         [](sdk::Desk *desk, QWidget *parent) { return new ConsultPage(desk, parent); });
    registry.addVisitPanel(QStringLiteral("outpatient.note"),
                           [](sdk::Visit *visit, QWidget *parent) { return new NotePanel(visit, parent); });
    registry.addVisitPanel(QStringLiteral("outpatient.diagnosis"), [](sdk::Visit *visit, QWidget *parent) {
        return new DiagnosisPanel(visit, parent);
    });
    registry.addVisitPanel(QStringLiteral("outpatient.timeline"), [](sdk::Visit *visit, QWidget *parent) {
        return new TimelinePanel(visit, parent);
    });
    return ok();
}

} // namespace simiao::outpatient
