#include "cashier/views/payment_panel.h"

#include "cashier/models/words.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace simiao::cashier {

using financial::PaymentMethod;
using ui::TextLabel;
using ui::Type;

namespace {

/// The split of insurance is not connected, so it is no method yet.
constexpr PaymentMethod kMethods[] = {PaymentMethod::Cash, PaymentMethod::Card, PaymentMethod::WeChat,
                                      PaymentMethod::Alipay};

constexpr int kWidestRow = 380; // an amount of money needs no more

TextLabel *amountLabel(const QString &name)
{
    auto *label = new TextLabel({}, Type::PatientName);
    label->setObjectName(name);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

TextLabel *caption()
{
    auto *label = new TextLabel({}, Type::Base, TextLabel::Ink::Secondary);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

} // namespace

PaymentPanel::PaymentPanel(Till *till, QWidget *parent)
    : QWidget(parent)
    , m_till(till)
    , m_method(new QComboBox)
    , m_tendered(new QLineEdit)
    , m_methodRow(new ui::LabelRow({}, m_method))
    , m_tenderedRow(new ui::LabelRow({}, m_tendered))
    , m_totalCaption(caption())
    , m_total(amountLabel(QStringLiteral("cashier.total")))
    , m_changeCaption(caption())
    , m_change(amountLabel(QStringLiteral("cashier.change")))
    , m_receipt(new TextLabel({}, Type::Strong))
{
    m_method->setObjectName(QStringLiteral("cashier.method"));
    m_tendered->setObjectName(QStringLiteral("cashier.tendered"));
    m_tendered->setAlignment(Qt::AlignRight);
    m_changeCaption->setObjectName(QStringLiteral("cashier.changeCaption"));
    m_receipt->setObjectName(QStringLiteral("cashier.receipt"));
    for (const auto method : kMethods)
        m_method->addItem({}, int(method));
    layOut();
    m_method->installEventFilter(this);
    m_tendered->installEventFilter(this);
    connect(m_method, &QComboBox::currentIndexChanged, this,
            [this] { m_till->setMethod(PaymentMethod(m_method->currentData().toInt())); });
    connect(m_tendered, &QLineEdit::textChanged, till, &Till::setTenderedText);
    connect(till, &Till::changed, this, &PaymentPanel::showMoney);
    retranslate();
}

void PaymentPanel::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, rhythm.gapLarge, rhythm.gap, rhythm.gapLarge);
    grid->setHorizontalSpacing(rhythm.gap);
    grid->setVerticalSpacing(rhythm.gap);
    grid->addWidget(m_methodRow, 0, 0);
    grid->addWidget(m_totalCaption, 0, 1);
    grid->addWidget(m_total, 0, 2);
    grid->addWidget(m_tenderedRow, 1, 0);
    grid->addWidget(m_changeCaption, 1, 1);
    grid->addWidget(m_change, 1, 2);
    grid->addWidget(m_receipt, 2, 0, 1, 3, Qt::AlignRight);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setColumnMinimumWidth(2, 150);
    m_receipt->setMinimumHeight(rhythm.row);
    for (auto *row : {m_methodRow, m_tenderedRow})
        row->setMaximumWidth(kWidestRow);
}

void PaymentPanel::enter()
{
    m_tendered->setFocus(Qt::ShortcutFocusReason);
    m_tendered->selectAll();
}

void PaymentPanel::nextMethod()
{
    m_method->setCurrentIndex((m_method->currentIndex() + 1) % m_method->count());
}

void PaymentPanel::retranslate()
{
    m_methodRow->setLabel(tr("Payment"));
    m_tenderedRow->setLabel(tr("Handed over"));
    m_totalCaption->setText(tr("Total"));
    for (int i = 0; i < m_method->count(); ++i)
        m_method->setItemText(i, Words::method(kMethods[i]));
    ui::LabelRow::align({m_methodRow, m_tenderedRow});
    showMoney();
}

bool PaymentPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (watched == m_method)
            enter();
        else
            Q_EMIT passedEnd();
        return true;
    case Qt::Key_Escape: Q_EMIT passedStart(); return true;
    default: return false;
    }
}

void PaymentPanel::showMoney()
{
    const bool isOpen = m_till->current() && !m_till->receipt();
    const bool isCash = m_till->method() == PaymentMethod::Cash;
    m_method->setCurrentIndex(m_method->findData(int(m_till->method())));
    m_method->setEnabled(isOpen);
    showTendered(isCash ? m_till->tenderedText() : QString());
    m_tendered->setReadOnly(!isOpen || !isCash);
    m_tendered->setPlaceholderText(isCash ? tr("yuan") : tr("the total, exactly"));
    m_total->setText(m_till->current() ? Words::yuan(m_till->total()) : QStringLiteral("–"));
    const auto &receipt = m_till->receipt();
    m_receipt->setInk(TextLabel::Ink::Ok);
    m_receipt->setText(receipt ? tr("Paid. Receipt %1").arg(receipt->number) : QString());
    showChange();
}

/// What was handed over in cash says nothing of a card; it comes back with cash.
void PaymentPanel::showTendered(const QString &text)
{
    const QSignalBlocker quiet(m_tendered); // shown, not typed
    if (m_tendered->text() != text)
        m_tendered->setText(text);
}

void PaymentPanel::showChange()
{
    const auto change = m_till->change();
    const bool isMissing = !change && m_till->tendered() && m_till->current();
    m_changeCaption->setText(isMissing && change.error().code == QLatin1String("payment.too-little")
                                 ? tr("Still missing")
                                 : tr("Change"));
    m_change->setInk(isMissing ? TextLabel::Ink::Block : TextLabel::Ink::Text);
    m_change->setText(change && m_till->current() ? Words::yuan(*change) : obstacle());
}

/// What stands where the change will stand.
QString PaymentPanel::obstacle() const
{
    const auto tendered = m_till->tendered();
    if (!m_till->current() || (!tendered && m_till->tenderedText().trimmed().isEmpty()))
        return QStringLiteral("–");
    if (!tendered)
        return tr("no amount");
    return *tendered < m_till->total() ? Words::yuan(m_till->total() - *tendered) : tr("too much");
}

} // namespace simiao::cashier
