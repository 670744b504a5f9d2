#pragma once

#include "orders/models/order_entry.h"

#include <QTableWidget>
#include <QWidget>

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace simiao::ui {
class CandidatePopup;
class NoticeLine;
class PreviewLineEdit;
class TextLabel;
} // namespace simiao::ui

namespace simiao::orders {

class IssueList;

/// The order line with its structured preview, the findings, and the lines ordered so far.
/// Enter takes the line, Delete in the list takes one away. While a returned prescription is answered, the pharmacist's words
/// stand above and the answer below.
class OrdersPanel : public QWidget
{
    Q_OBJECT
    /// Names of the ordered drugs, joined by commas.
    Q_PROPERTY(QString text READ text)
    /// What the order line is understood as.
    Q_PROPERTY(QString preview READ preview)
    /// Total of the lines in yuan.
    Q_PROPERTY(QString total READ total)
    /// The gravest finding in words, empty when there is none.
    Q_PROPERTY(QString finding READ finding)

public:
    explicit OrdersPanel(sdk::Visit *visit, QWidget *parent = nullptr);

    QString text() const;
    QString preview() const;
    QString total() const;
    QString finding() const;

    /// What its lines need at this width: the splitter around it does not ask for that.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showCandidates();
    void showPreview();
    void showLines();
    void showChecked();
    void showReturned();
    void split();
    void claimIssues();
    bool isTakeKey(const QKeyEvent *press) const;
    void attend(const QString &field);
    void goToFaultyLine();
    void take();
    void removeCurrent();
    void retranslate();
    void setReason(int line, const QString &reason);
    QString language() const;

    sdk::Visit *m_visit;
    OrderEntry *m_entry;
    ui::PreviewLineEdit *m_field;
    ui::CandidatePopup *m_popup;
    IssueList *m_issues;
    QScrollArea *m_issueArea;
    QTableWidget *m_list;
    ui::NoticeLine *m_returned;
    QLineEdit *m_answer;
    ui::TextLabel *m_checked;
};

} // namespace simiao::orders
