#include "imaging/models/archive_table.h"

#include "imaging/models/identity_words.h"
#include "ui/widgets/table_delegate.h"

namespace simiao::viewer {

namespace {

/// "45y, M · 100238": enough to tell two people of one name apart.
QString personOf(const workflow::ArchivedStudy &study)
{
    QStringList parts{study.patientName, sexLetter(study.patientSex), study.patientBirthDate,
                      study.patientId};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString dayOf(const workflow::ArchivedStudy &study)
{
    return (study.studyDate + u' ' + study.studyTime.left(5)).trimmed();
}

} // namespace

int ArchiveTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ArchiveTable::words(const workflow::ArchivedStudy &study, int column)
{
    switch (column) {
    case Day: return study.studyDate.isEmpty() ? tr("No date") : dayOf(study);
    case Modality: return study.modalities.join(QStringLiteral(", "));
    case Description: return study.description.isEmpty() ? study.accessionNumber : study.description;
    case Images: return study.instances ? QString::number(*study.instances) : tr("?");
    case Patient: return personOf(study);
    default: return {};
    }
}

QVariant ArchiveTable::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return words(at(index.row()), index.column());
    case Qt::TextAlignmentRole: return alignmentOf(index.column());
    case ui::TableSecondaryRole:
        return index.column() == Patient || (index.column() == Day && at(index.row()).studyDate.isEmpty());
    default: return {};
    }
}

QString ArchiveTable::heading(int column) const
{
    switch (column) {
    case Day: return tr("Study");
    case Modality: return tr("Kind");
    case Description: return tr("Description");
    case Images: return tr("Images");
    case Patient: return tr("Patient there");
    default: return {};
    }
}

Qt::Alignment ArchiveTable::alignment(int column) const
{
    return column == Images ? Qt::AlignRight : Qt::AlignLeft;
}

} // namespace simiao::viewer
