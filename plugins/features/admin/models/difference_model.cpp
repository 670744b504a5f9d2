#include "admin/models/difference_model.h"

#include "admin/models/package_words.h"
#include "admin/models/words.h"
#include "ui/widgets/table_delegate.h"

namespace simiao::admin {

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = at(index.row());
    const int column = index.column();
    const auto severity = PackageWords::severityOf(line.kind);
    switch (role) {
    case Qt::DisplayRole: return text(line, column);
    case Qt::ToolTipRole: return column == Text ? Words::toolTip(line.text.trimmed()) : QString();
    case Qt::AccessibleTextRole:
        return column == Text
            ? (PackageWords::word(line.kind) + QLatin1Char(' ') + text(line, Text)).trimmed()
            : QVariant();
    case ui::TableSeverityRole: return severity && column >= Sign ? QVariant(int(*severity)) : QVariant();
    case ui::TableSecondaryRole: return column < Sign || line.kind == DiffLine::Kind::Skipped;
    default: return {};
    }
}

QString DifferenceModel::heading(int column) const
{
    switch (column) {
    case Before: return tr("Before");
    case After: return tr("After");
    case Text: return tr("Line");
    default: return {};
    }
}

QString DifferenceModel::text(const DiffLine &line, int column)
{
    const auto number = [](int at) { return at > 0 ? QString::number(at) : QString(); };
    const bool isSkipped = line.kind == DiffLine::Kind::Skipped;
    switch (column) {
    case Before: return isSkipped ? QString() : number(line.before);
    case After: return isSkipped ? QString() : number(line.after);
    case Sign: return PackageWords::sign(line.kind);
    case Word: return PackageWords::word(line.kind);
    case Text: return isSkipped ? tr("… lines that did not change: %1").arg(line.count) : line.text;
    default: return {};
    }
}

} // namespace simiao::admin
