#include "outpatient/views/withdraw_dialog.h"

#include "ui/widgets/label_row.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace simiao::outpatient {

namespace {

constexpr int kWidth = 520;

} // namespace

WithdrawDialog::WithdrawDialog(const std::vector<medications::Prescription> &prescriptions, QWidget *parent)
    : QDialog(parent)
    , m_prescriptions(prescriptions)
    , m_choice(new QComboBox)
    , m_reason(new QLineEdit)
    , m_withdraw(new QPushButton(tr("Withdraw")))
{
    setObjectName(QStringLiteral("consult.withdraw.dialog"));
    setWindowTitle(tr("Withdraw a prescription"));
    m_choice->setObjectName(QStringLiteral("consult.withdraw.choice"));
    m_reason->setObjectName(QStringLiteral("consult.withdraw.reason"));
    m_withdraw->setObjectName(QStringLiteral("consult.withdraw.button"));
    for (const auto &prescription : prescriptions)
        m_choice->addItem(prescription.number);
    m_withdraw->setDefault(true);
    m_reason->setPlaceholderText(tr("Why; the pharmacist reads it"));
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *choice = new ui::LabelRow(tr("Prescription"), m_choice);
    auto *reason = new ui::LabelRow(tr("Reason"), m_reason);
    ui::LabelRow::align({choice, reason});
    auto *rule = new ui::TextLabel(tr("It leaves pharmacy and till at once, and they are told by whom."),
                                   ui::Type::Base, ui::TextLabel::Ink::Secondary);
    rule->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_withdraw);
    buttons->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    column->addWidget(choice);
    column->addWidget(reason);
    column->addWidget(rule);
    column->addLayout(buttons);
    setMinimumWidth(kWidth);
    connect(m_withdraw, &QPushButton::clicked, this, &WithdrawDialog::decide);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_reason, &QLineEdit::textChanged, this, &WithdrawDialog::showWhetherReady);
    showWhetherReady();
    m_reason->setFocus();
}

void WithdrawDialog::showWhetherReady()
{
    m_withdraw->setEnabled(!m_reason->text().trimmed().isEmpty());
}

void WithdrawDialog::decide()
{
    const auto id = m_prescriptions.at(std::size_t(m_choice->currentIndex())).id;
    const QString reason = m_reason->text();
    accept();
    Q_EMIT decided(id, reason);
}

} // namespace simiao::outpatient
