#pragma once

#include "cashier/models/charge_table_model.h"
#include "cashier/models/payable_list_model.h"
#include "cashier/models/receipt_list_model.h"
#include "sdk/known_state.h"
#include "sdk/one_reading.h"

namespace simiao::cashier {

/// The till: who has to pay, what, with which money, and how much goes back. Every amount is whole fen.
class Till : public QObject
{
    Q_OBJECT

public:
    explicit Till(sdk::Desk *desk, QObject *parent = nullptr);

    PayableListModel *payables() const { return m_payables; }
    ChargeTableModel *charges() const { return m_charges; }
    ReceiptListModel *receipts() const { return m_receipts; }
    const ui::ViewState &listState() const { return m_listState->state(); }
    const ui::ViewState &chargesState() const { return m_chargesState->state(); }
    const ui::ViewState &receiptsState() const { return m_receiptsState->state(); }
    /// Prescriptions of the current visit that were withdrawn after their review.
    const std::vector<WithdrawnCharge> &withdrawn() const { return m_withdrawn; }
    sdk::Desk *desk() const { return m_desk; }

    /// The visit at the till; also after it was paid, until the next one is opened.
    const std::optional<Payable> &current() const { return m_current; }
    /// The payment just taken from the current visit.
    const std::optional<financial::Invoice> &receipt() const { return m_receipt; }
    Money total() const;
    financial::PaymentMethod method() const { return m_method; }
    const QString &tenderedText() const { return m_tendered; }
    /// What was handed over: typed for cash, else the total. `core.…` when the text is no amount of money.
    Result<Money> tendered() const;
    /// Money to give back; `payment.too-little`, `payment.too-much`, or what tendered() says.
    Result<Money> change() const;
    bool canPay() const
    {
        return m_current && !m_receipt && !m_isBusy && m_charges->rowCount() > 0 && change();
    }

    /// Shows only visits whose name, initials, MRN or visit number fit; empty shows all.
    void setFilter(const QString &text);
    void open(const Payable &payable);
    void setMethod(financial::PaymentMethod method);
    void setTenderedText(const QString &text);
    void pay();
    void reload();
    void retranslate();

Q_SIGNALS:
    /// Rows are about to move: what becomes current until listChanged is nobody's choice.
    void listAboutToChange();
    void listChanged();
    /// Another visit, other charges, money or receipt.
    void changed();
    void paid();

private:
    void readList();
    void takePayables(const Result<std::vector<Payable>> &payables);
    void showPayables();
    void readCurrent();
    void takeAccount(const Result<Account> &account);
    void take(const Result<financial::Invoice> &invoice);

    sdk::Desk *m_desk;
    PayableListModel *m_payables;
    ChargeTableModel *m_charges;
    ReceiptListModel *m_receipts;
    std::vector<WithdrawnCharge> m_withdrawn;
    std::vector<Payable> m_all;
    QString m_filter;
    std::optional<Payable> m_current;
    std::optional<financial::Invoice> m_receipt;
    financial::PaymentMethod m_method = financial::PaymentMethod::Cash;
    QString m_tendered;
    Uuid m_command;
    bool m_isBusy = false;
    sdk::KnownState *m_listState;
    sdk::OneReading m_reading; ///< of the list
    sdk::KnownState *m_chargesState;
    sdk::KnownState *m_receiptsState; ///< read with the charges
};

} // namespace simiao::cashier
