#pragma once

#include "cashier/models/till.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace simiao::ui {
class LabelRow;
class TextLabel;
} // namespace simiao::ui

namespace simiao::cashier {

/// How it is paid, what was handed over, what goes back; after the payment the receipt. Enter moves on, Escape back.
class PaymentPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PaymentPanel(Till *till, QWidget *parent = nullptr);

    /// The cursor where the money is typed.
    void enter();
    void nextMethod();
    void retranslate();

Q_SIGNALS:
    void passedStart();
    void passedEnd();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void showMoney();
    void showTendered(const QString &text);
    void showChange();
    QString obstacle() const;

    Till *m_till;
    QComboBox *m_method;
    QLineEdit *m_tendered;
    ui::LabelRow *m_methodRow;
    ui::LabelRow *m_tenderedRow;
    ui::TextLabel *m_totalCaption;
    ui::TextLabel *m_total;
    ui::TextLabel *m_changeCaption;
    ui::TextLabel *m_change;
    ui::TextLabel *m_receipt;
};

} // namespace simiao::cashier
