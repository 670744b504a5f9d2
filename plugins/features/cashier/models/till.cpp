#include "cashier/models/till.h"

#include "cashier/models/words.h"
#include "workflow/cashier/take_payment.h"

#include <QCoroTask>

namespace simiao::cashier {

namespace {

bool fits(const Payable &payable, const QString &text)
{
    const auto &patient = payable.patient;
    return text.isEmpty() || patient.name.contains(text, Qt::CaseInsensitive)
        || patient.nameInitials.startsWith(text, Qt::CaseInsensitive)
        || patient.namePinyin.startsWith(text, Qt::CaseInsensitive) || patient.mrn.startsWith(text)
        || payable.encounter.visitNumber.endsWith(text);
}

/// As people type it: with the group and decimal signs of their language.
Result<Money> typedMoney(QString text, const QLocale &locale)
{
    text.remove(locale.groupSeparator());
    text.replace(locale.decimalPoint(), QStringLiteral("."));
    return Money::parseYuan(text.trimmed());
}

} // namespace

Till::Till(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_payables(new PayableListModel(this))
    , m_charges(new ChargeTableModel(this))
    , m_receipts(new ReceiptListModel(desk, this))
    , m_listState(new sdk::KnownState(desk, this))
    , m_chargesState(new sdk::KnownState(desk, this))
    , m_receiptsState(new sdk::KnownState(desk, this))
{
    connect(m_listState, &sdk::KnownState::changed, this, &Till::listChanged);
    connect(m_listState, &sdk::KnownState::rereadWanted, this, &Till::readList);
    for (const auto *state : {m_chargesState, m_receiptsState})
        connect(state, &sdk::KnownState::changed, this, &Till::changed);
    connect(m_chargesState, &sdk::KnownState::rereadWanted, this, &Till::readCurrent);
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<financial::ChargeItem>(receipt)
                    || workflow::touches<medications::Prescription>(receipt) // one may be withdrawn
                    || workflow::touches<financial::Invoice>(receipt))
                    reload();
            });
    retranslate();
    reload();
}

Money Till::total() const
{
    return m_receipt ? m_receipt->total : financial::totalOf(m_charges->rows());
}

Result<Money> Till::tendered() const
{
    if (m_method != financial::PaymentMethod::Cash)
        return total();
    return typedMoney(m_tendered, m_desk->locale());
}

Result<Money> Till::change() const
{
    if (m_receipt)
        return m_receipt->change;
    TRY(const auto money, tendered());
    return financial::changeFor(total(), money);
}

void Till::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    showPayables();
}

void Till::open(const Payable &payable)
{
    if (m_current && m_current->encounter.id == payable.encounter.id && !m_receipt)
        return;
    m_current = payable;
    m_receipt.reset();
    m_tendered.clear();
    m_method = financial::PaymentMethod::Cash;
    m_command = m_desk->context().newCommand();
    m_charges->replace({});
    m_withdrawn.clear();
    m_receipts->replace({});
    m_chargesState->forget();
    m_receiptsState->forget();
    m_desk->showPatient({}); // until allergies are read too: a banner is whole or empty
    Q_EMIT changed();
    readCurrent();
}

void Till::setMethod(financial::PaymentMethod method)
{
    if (m_method == method)
        return;
    m_method = method;
    Q_EMIT changed();
}

void Till::setTenderedText(const QString &text)
{
    if (m_tendered == text)
        return;
    m_tendered = text;
    Q_EMIT changed();
}

void Till::pay()
{
    if (!canPay())
        return;
    m_isBusy = true;
    workflow::Payment payment{m_current->encounter.id, {}, m_method, *tendered()};
    for (const auto &item : m_charges->rows())
        payment.charges.push_back(item.id);
    Q_EMIT changed();
    QCoro::connect(workflow::takePayment(m_desk->context(), m_command, payment), this,
                   [this](const Result<financial::Invoice> &invoice) { take(invoice); });
}

void Till::take(const Result<financial::Invoice> &invoice)
{
    m_isBusy = false;
    if (invoice) {
        m_receipt = *invoice;
        m_desk->showDone(tr("Receipt %1, change %2").arg(invoice->number, Words::yuan(invoice->change)));
    } else {
        m_desk->showError(invoice.error());
        m_command =
            invoice.error().kind == ErrorKind::Unavailable ? m_command : m_desk->context().newCommand();
    }
    readCurrent();
    Q_EMIT changed();
    if (invoice)
        Q_EMIT paid();
}

void Till::reload()
{
    readList();
    readCurrent();
}

void Till::readList()
{
    if (!m_reading.begin())
        return;
    std::vector<administration::Encounter> known;
    std::ranges::transform(m_all, std::back_inserter(known), &Payable::encounter);
    QCoro::connect(readPayables(m_desk->context(), std::move(known)), this,
                   [this](const Result<std::vector<Payable>> &payables) {
                       const bool isOutdated = m_reading.end();
                       takePayables(payables);
                       if (isOutdated)
                           readList();
                   });
}

void Till::retranslate()
{
    if (!m_current) {
        m_chargesState->forget(
            ui::ViewState::empty(tr("Nobody at the till"), tr("Choose a visit at the left.")));
        m_receiptsState->forget(ui::ViewState::empty(tr("No visit chosen"), tr("Its receipts stand here.")));
    }
    showPayables();
    m_payables->refresh();
    m_charges->refresh();
    m_receipts->refresh();
    Q_EMIT changed();
}

void Till::takePayables(const Result<std::vector<Payable>> &payables)
{
    if (!payables)
        return m_listState->fail(payables.error());
    m_all = *payables;
    m_listState->take(ui::ViewState::ready());
    showPayables();
}

void Till::showPayables()
{
    if (!m_listState->isKnown())
        return;
    std::vector<Payable> shown;
    std::ranges::copy_if(m_all, std::back_inserter(shown),
                         [this](const Payable &one) { return fits(one, m_filter); });
    Q_EMIT listAboutToChange();
    m_payables->replace(std::move(shown));
    if (m_payables->rowCount() > 0)
        m_listState->restate(ui::ViewState::ready());
    else if (m_all.empty())
        m_listState->restate(ui::ViewState::empty(tr("Nothing to pay"),
                                                  tr("Visits appear here as soon as something is charged.")));
    else
        m_listState->restate(
            ui::ViewState::empty(tr("No visit fits"), tr("Type less, or look by visit number.")));
    Q_EMIT listChanged();
}

void Till::readCurrent()
{
    if (!m_current)
        return;
    const auto encounter = m_current->encounter;
    QCoro::connect(readAccount(m_desk->context(), encounter), this,
                   [this, encounter](const Result<Account> &account) {
                       if (m_current && m_current->encounter.id == encounter.id)
                           takeAccount(account);
                   });
}

void Till::takeAccount(const Result<Account> &account)
{
    if (!account) {
        m_receiptsState->fail(account.error());
        return m_chargesState->fail(account.error());
    }
    m_desk->showPatient(account->banner);
    m_receipts->replace(account->receipts);
    m_withdrawn = account->withdrawn;
    if (!m_receipt && !m_isBusy) // what was just paid stays to be read
        m_charges->replace(account->open);
    m_receiptsState->take(
        m_receipts->rowCount() > 0
            ? ui::ViewState::ready()
            : ui::ViewState::empty(tr("Nothing paid yet"), tr("\"Take payment\" settles what is open.")));
    m_chargesState->take(m_charges->rowCount() > 0
                             ? ui::ViewState::ready()
                             : ui::ViewState::empty(tr("Nothing open on this visit"),
                                                    m_withdrawn.empty()
                                                        ? tr("It may have been paid at another window.")
                                                        : tr("What was charged has been withdrawn.")));
    Q_EMIT changed();
}

} // namespace simiao::cashier
