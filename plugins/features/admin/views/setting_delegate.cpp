#include "admin/views/setting_delegate.h"

#include "admin/models/setting_table_model.h"

#include <QComboBox>
#include <QSpinBox>

namespace simiao::admin {

using workflow::SettingRule;

namespace {

const SettingLine &lineAt(const QModelIndex &index)
{
    return static_cast<const SettingTableModel *>(index.model())->at(index.row());
}

/// One below the least number stands for "as above".
QSpinBox *numberEditor(const SettingRule &rule, QWidget *parent)
{
    auto *editor = new QSpinBox(parent);
    editor->setRange(rule.least - 1, rule.most);
    editor->setSpecialValueText(SettingDelegate::tr("as above"));
    return editor;
}

QComboBox *choiceEditor(const QModelIndex &index, QWidget *parent)
{
    const auto &line = lineAt(index);
    const auto *model = static_cast<const SettingTableModel *>(index.model());
    const bool isTruth = line.rule.type == SettingRule::Type::Truth;
    const auto values =
        isTruth ? QStringList{QStringLiteral("true"), QStringLiteral("false")} : line.rule.choices;
    auto *editor = new QComboBox(parent);
    editor->addItem(SettingDelegate::tr("as above"), QString());
    for (const auto &value : values)
        editor->addItem(model->shown(line, value), value);
    return editor;
}

QString chosenIn(const QSpinBox &editor)
{
    return editor.value() == editor.minimum() ? QString() : QString::number(editor.value());
}

} // namespace

QWidget *SettingDelegate::createEditor(QWidget *parent,
                                       const QStyleOptionViewItem &,
                                       const QModelIndex &index) const
{
    const auto &rule = lineAt(index).rule;
    QWidget *editor = rule.type == SettingRule::Type::Number
        ? static_cast<QWidget *>(numberEditor(rule, parent))
        : choiceEditor(index, parent);
    editor->setObjectName(QStringLiteral("admin.settings.editor"));
    editor->setAccessibleName(index.siblingAtColumn(SettingTableModel::Title).data().toString());
    editor->setAutoFillBackground(true);
    return editor;
}

void SettingDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const auto value = index.data(Qt::EditRole).toString();
    if (auto *number = qobject_cast<QSpinBox *>(editor))
        number->setValue(value.isEmpty() ? number->minimum() : value.toInt());
    else if (auto *choice = qobject_cast<QComboBox *>(editor))
        choice->setCurrentIndex(qMax(0, choice->findData(value)));
}

void SettingDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *number = qobject_cast<QSpinBox *>(editor))
        model->setData(index, chosenIn(*number));
    else if (const auto *choice = qobject_cast<QComboBox *>(editor))
        model->setData(index, choice->currentData());
}

} // namespace simiao::admin
