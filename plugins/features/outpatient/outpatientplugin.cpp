#include "outpatientplugin.h"

#include "outpatient/views/allergy_panel.h"
#include "outpatient/views/consult_page.h"
#include "outpatient/views/diagnosis_panel.h"
#include "outpatient/views/note_panel.h"
#include "outpatient/views/timeline_panel.h"

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
    registry.addVisitPanel(QStringLiteral("outpatient.allergies"), [](sdk::Visit *visit, QWidget *parent) {
        return new AllergyPanel(visit, parent);
    });
    registry.addVisitPanel(QStringLiteral("outpatient.timeline"), [](sdk::Visit *visit, QWidget *parent) {
        return new TimelinePanel(visit, parent);
    });
    return ok();
}

} // namespace simiao::outpatient
