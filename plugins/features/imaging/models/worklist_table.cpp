#include "imaging/models/worklist_table.h"

#include "imaging/models/identity_words.h"
#include "ui/widgets/plain_tool_tip.h"
#include "ui/widgets/table_delegate.h"

namespace simiao::viewer {

QString WorklistTable::words(const workflow::ScheduledStep &step, int column)
{
    QStringList parts;
    switch (column) {
    case When: return (step.startDate + u' ' + step.startTime.left(5)).trimmed();
    case Modality: return step.modality;
    case Station: return step.stationAeTitle;
    case Step: return step.step.isEmpty() ? step.requestedProcedure : step.step;
    case Patient:
        parts = {step.patientName, sexLetter(step.patientSex), step.patientBirthDate, step.patientId};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    case Accession: return step.accessionNumber;
    default: return {};
    }
}

QVariant WorklistTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole: return words(at(index.row()), index.column());
    case Qt::ToolTipRole: return ui::plainToolTip(words(at(index.row()), index.column()));
    case ui::TableSecondaryRole: return index.column() == Accession;
    default: return {};
    }
}

QString WorklistTable::heading(int column) const
{
    switch (column) {
    case When: return tr("Planned");
    case Modality: return tr("Kind");
    case Station: return tr("Device");
    case Step: return tr("Examination");
    case Patient: return tr("Patient");
    case Accession: return tr("Accession number");
    default: return {};
    }
}

QString WorklistTable::line(int row) const
{
    QStringList texts;
    for (int column = 0; column < ColumnCount; ++column)
        texts.append(words(at(row), column));
    return texts.join(u'\t');
}

} // namespace simiao::viewer
