#include "records/models/history_model.h"

#include "ui/theme/severity.h"
#include "ui/widgets/table_delegate.h"

#include <QDateTime>

namespace simiao::records {

namespace {

QString wordsOf(const HistoryEntry &entry, int column)
{
    switch (column) {
    case 0: return entry.day;
    case 1: return entry.kind;
    default: return entry.title;
    }
}

/// The acts that concern a record, in words; others by their code.
QString actText(const QString &act)
{
    if (act == QLatin1StringView("patient.read"))
        return TrailModel::tr("opened");
    if (act == QLatin1StringView("patient.break-glass"))
        return TrailModel::tr("opened with a reason");
    if (act == QLatin1StringView("patient.restrict"))
        return TrailModel::tr("restriction changed");
    if (act == QLatin1StringView("composition.sign"))
        return TrailModel::tr("visit signed");
    return act;
}

} // namespace

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 3;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &entry = at(index.row());
    if (role == Qt::DisplayRole)
        return wordsOf(entry, index.column());
    if (role == ui::TableSecondaryRole)
        return index.column() < 2;
    if (role == Qt::AccessibleTextRole)
        return QStringList{entry.day, entry.kind, entry.title}.join(u' ');
    return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Day"), tr("Kind"), tr("What")}.value(section);
}

TrailModel::TrailModel(QTimeZone zone, QObject *parent)
    : RowModel(parent)
    , m_zone(std::move(zone))
{
}

int TrailModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 3;
}

QString TrailModel::words(const workflow::RecordAccess &access, int column) const
{
    const auto &event = access.event;
    switch (column) {
    case 0:
        return QDateTime::fromMSecsSinceEpoch(event.recorded.microseconds / 1000, m_zone)
            .toString(QStringLiteral("MM-dd HH:mm"));
    case 1: return access.person.isEmpty() ? tr("unknown account") : access.person;
    default: return actText(event.act);
    }
}

QVariant TrailModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &access = at(index.row());
    const bool isSpecial = access.event.act == QLatin1StringView("patient.break-glass")
        || access.event.outcome == security::AuditOutcome::Refused;
    if (role == Qt::DisplayRole)
        return words(access, index.column());
    if (role == ui::TableSecondaryRole)
        return index.column() == 0;
    if (role == ui::TableBadgeRole && isSpecial && index.column() == 2)
        return int(ui::Severity::Block);
    if (role == Qt::AccessibleTextRole)
        return QStringList{words(access, 0), words(access, 1), words(access, 2)}.join(u' ');
    return {};
}

QVariant TrailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("When"), tr("Who"), tr("What")}.value(section);
}

} // namespace simiao::records
