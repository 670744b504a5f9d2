#include "admin/models/setting_table_model.h"

#include "admin/models/words.h"
#include "ui/widgets/table_delegate.h"

#include <QHash>

namespace simiao::admin {

using administration::SettingLevel;
using workflow::SettingRule;

namespace {

SettingLevel levelOf(int column)
{
    return column == SettingTableModel::Hospital ? SettingLevel::Hospital : SettingLevel::Department;
}

const QString &choiceOf(const SettingLine &line, int column)
{
    return column == SettingTableModel::Hospital ? line.hospital : line.department;
}

bool isChoice(int column)
{
    return column == SettingTableModel::Hospital || column == SettingTableModel::Department;
}

} // namespace

SettingTableModel::SettingTableModel(const sdk::Desk *desk, QObject *parent)
    : TableModel(parent)
    , m_desk(desk)
{
}

QString SettingTableModel::shown(const SettingLine &line, const QString &value) const
{
    switch (line.rule.type) {
    case SettingRule::Type::Truth: return value == QLatin1StringView("true") ? tr("yes") : tr("no");
    case SettingRule::Type::Number: return m_desk->locale().toString(value.toInt());
    case SettingRule::Type::Choice: return choiceWord(value);
    case SettingRule::Type::Text: break;
    }
    return value;
}

QString SettingTableModel::choiceWord(const QString &code)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("modern"), QT_TR_NOOP("modern")},
        {QStringLiteral("classic"), QT_TR_NOOP("classic")},
        {QStringLiteral("compact"), QT_TR_NOOP("compact")},
        {QStringLiteral("comfortable"), QT_TR_NOOP("comfortable")},
    };
    const auto *word = words.value(code);
    return word ? tr(word) : code; // a hospital's own key map has its own name
}

Qt::ItemFlags SettingTableModel::flags(const QModelIndex &index) const
{
    const auto flags = RowModel::flags(index);
    const bool isEditable = index.isValid() && mayChoose(at(index.row()), index.column());
    return isEditable ? flags | Qt::ItemIsEditable : flags;
}

QVariant SettingTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(line, column);
    case Qt::EditRole: return isChoice(column) ? choiceOf(line, column) : text(line, column);
    case Qt::ToolTipRole: return column == Title ? line.rule.key : QString();
    case ui::TableUnitRole: return column == Effective ? source(line) : QString();
    case ui::TableSecondaryRole: return isChoice(column) && choiceOf(line, column).isEmpty();
    default: return {};
    }
}

bool SettingTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const auto &line = at(index.row());
    const auto chosenText = value.toString();
    if (chosenText == choiceOf(line, index.column()))
        return false;
    Q_EMIT chosen(levelOf(index.column()), line.rule.key, chosenText);
    return true;
}

QString SettingTableModel::heading(int column) const
{
    switch (column) {
    case Title: return tr("Setting");
    case Hospital: return tr("Hospital");
    case Department: return tr("Department");
    case Effective: return tr("Counts for you");
    default: return {};
    }
}

bool SettingTableModel::mayChoose(const SettingLine &line, int column) const
{
    const auto &levels = line.rule.levels;
    if (!isChoice(column) || std::ranges::find(levels, levelOf(column)) == levels.end())
        return false;
    return column == Hospital || m_desk->context().session.department;
}

QString SettingTableModel::text(const SettingLine &line, int column) const
{
    switch (column) {
    case Title: return line.rule.title.in(m_desk->locale().name());
    case Effective: return shown(line, line.effective);
    default: return choiceText(line, column);
    }
}

QString SettingTableModel::choiceText(const SettingLine &line, int column) const
{
    if (!mayChoose(line, column))
        return QStringLiteral("–");
    const auto &choice = choiceOf(line, column);
    return choice.isEmpty() ? tr("as above") : shown(line, choice);
}

QString SettingTableModel::source(const SettingLine &line) const
{
    return line.decidedBy ? Words::settingLevel(*line.decidedBy) : tr("default");
}

} // namespace simiao::admin
