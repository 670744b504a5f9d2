#pragma once

#include "pharmacy/models/counter.h"
#include "ui/widgets/notice_line.h"

#include <QWidget>

class QVBoxLayout;

namespace simiao::ui {
class PanelHeader;
class TextLabel;
} // namespace simiao::ui

namespace simiao::pharmacy {

/// What was checked and what was not, the stock, and the four checks and ten matches as a reminder.
class ChecksPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChecksPanel(Counter *counter, QWidget *parent = nullptr);

    void retranslate();

private:
    void showChecks();
    void showAllergies();
    void showStock();
    ui::Notice noticeOf(const AllergyFinding &finding) const;
    void showIssues(const std::vector<ui::Notice> &issues);
    void remind();

    Counter *m_counter;
    ui::PanelHeader *m_checksHeader;
    QVBoxLayout *m_notices;
    std::vector<ui::NoticeLine *> m_issues; ///< as many as were ever needed, the rest hidden
    ui::NoticeLine *m_notChecked;
    ui::PanelHeader *m_stockHeader;
    ui::TextLabel *m_stock;
    ui::PanelHeader *m_reminderHeader;
    ui::TextLabel *m_reminder;
};

} // namespace simiao::pharmacy
