#include "admin/models/version_table_model.h"

#include "admin/models/package_words.h"
#include "admin/models/words.h"
#include "ui/widgets/table_delegate.h"

namespace simiao::admin {

VersionTableModel::VersionTableModel(const sdk::Desk *desk, QObject *parent)
    : TableModel(parent)
    , m_desk(desk)
{
}

void VersionTableModel::show(std::vector<VersionLine> lines, std::map<Id<security::Account>, QString> names)
{
    m_names = std::move(names);
    replace(std::move(lines));
}

QVariant VersionTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(line, column);
    case Qt::ToolTipRole: return column == Reason ? Words::toolTip(history(index.row())) : QString();
    case ui::TableBadgeRole:
        return column == Status ? QVariant(int(PackageWords::severityOf(line))) : QVariant();
    case ui::TableSecondaryRole: return column == Installed || column == By;
    default: return {};
    }
}

QString VersionTableModel::heading(int column) const
{
    switch (column) {
    case Version: return tr("Version");
    case Status: return tr("Status");
    case Period: return tr("Valid");
    case Installed: return tr("Installed");
    case By: return tr("By");
    case Reason: return tr("Last act and reason");
    default: return {};
    }
}

QString VersionTableModel::text(const VersionLine &line, int column) const
{
    const auto &history = line.library.history;
    switch (column) {
    case Version: return line.library.release;
    case Status: return PackageWords::status(line);
    case Period: return PackageWords::period(line.library.validFrom, line.library.validTo);
    case Installed:
        return history.empty() ? QString() : Words::time(history.front().at, *m_desk->context().clock);
    case By: return history.empty() ? QString() : nameOf(history.front().by);
    case Reason: return lastAct(line);
    default: return {};
    }
}

QString VersionTableModel::nameOf(Id<security::Account> account) const
{
    constexpr int kShown = 8;
    const auto known = m_names.find(account);
    return known == m_names.end() ? account.toString().left(kShown) : known->second;
}

QString VersionTableModel::lastAct(const VersionLine &line) const
{
    if (line.library.history.empty())
        return tr("came with the program");
    const auto &last = line.library.history.back();
    const auto act = PackageWords::act(last.act);
    return last.reason.isEmpty() ? act : QStringLiteral("%1: %2").arg(act, last.reason);
}

QString VersionTableModel::history(int row) const
{
    QStringList acts;
    for (const auto &event : at(row).library.history) {
        const auto act = QStringLiteral("%1 %2 %3")
                             .arg(Words::time(event.at, *m_desk->context().clock), nameOf(event.by),
                                  PackageWords::act(event.act));
        acts.append(event.reason.isEmpty() ? act : QStringLiteral("%1: %2").arg(act, event.reason));
    }
    return acts.join(QStringLiteral(" · "));
}

} // namespace simiao::admin
