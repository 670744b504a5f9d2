#include "outpatient/views/withdrawn_line.h"

#include "outpatient/views/time_words.h"
#include "sdk/desk.h"

#include <QCoroTask>

namespace simiao::outpatient {

WithdrawnLine::WithdrawnLine(sdk::Visit *visit, QWidget *parent)
    : NoticeLine({}, parent)
    , m_visit(visit)
{
    setObjectName(QStringLiteral("consult.withdrawn"));
    hide();
    connect(visit->desk()->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<medications::Prescription>(receipt))
                    read();
            });
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &WithdrawnLine::tell);
    read();
}

void WithdrawnLine::read()
{
    if (m_visit->isEditable()) // nothing is signed yet
        return;
    QCoro::connect(workflow::withdrawnOfVisit(m_visit->desk()->context(), m_visit->record().encounter.id),
                   this, [this](const Result<std::vector<workflow::WithdrawnPrescription>> &withdrawn) {
                       if (!withdrawn || *withdrawn == m_withdrawn)
                           return; // without an answer what was known stays
                       m_withdrawn = *withdrawn;
                       tell();
                   });
}

void WithdrawnLine::tell()
{
    const auto *desk = m_visit->desk();
    QStringList said;
    QStringList drugs;
    for (const auto &[prescription, by, lines] : m_withdrawn) {
        said.append(tr("Prescription %1 by %2, %3: %4")
                        .arg(prescription.number, by.in(desk->locale().name()),
                             dayAndTime(prescription.recordedAt, *desk->context().clock),
                             prescription.answer.value_or(QString())));
        for (const auto &line : lines)
            drugs.append(line.medicationName);
    }
    const QString text = said.join(tr("; "));
    setNotice({ui::Severity::Warn,
               tr("Withdrawn"),
               text,
               drugs.isEmpty() ? QString() : tr("Nothing of it is dispensed: %1").arg(drugs.join(tr(", "))),
               {}});
    setProperty("text", text);
    setVisible(!said.isEmpty());
}

} // namespace simiao::outpatient
