#include "admin/views/setting_delegate.h"

#include "admin/models/setting_table_model.h"

#include <QComboBox>
#include <QLineEdit>
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
    QWidget *editor = nullptr;
    switch (rule.type) {
    case SettingRule::Type::Number: editor = numberEditor(rule, parent); break;
    case SettingRule::Type::Text: editor = new QLineEdit(parent); break; // empty: "as above"
    case SettingRule::Type::Truth:
    case SettingRule::Type::Choice: editor = choiceEditor(index, parent); break;
    }
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
    else if (auto *text = qobject_cast<QLineEdit *>(editor))
        text->setText(value);
}

void SettingDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *number = qobject_cast<QSpinBox *>(editor))
        model->setData(index, chosenIn(*number));
    else if (const auto *choice = qobject_cast<QComboBox *>(editor))
        model->setData(index, choice->currentData());
    else if (const auto *text = qobject_cast<QLineEdit *>(editor))
        model->setData(index, text->text().trimmed());
}

} // namespace simiao::admin
