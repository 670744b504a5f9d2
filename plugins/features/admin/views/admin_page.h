#pragma once

#include "sdk/desk.h"

#include <QWidget>

#include <array>

class QListWidget;
class QStackedWidget;

namespace simiao::ui {
class PanelHeader;
} // namespace simiao::ui

namespace simiao::admin {

class Section;

/// The administrator's page: sections at the left, the one that is open at the right. A section is made when it is first
/// opened and then stays as it was left.
class AdminPage : public QWidget
{
    Q_OBJECT

public:
    explicit AdminPage(sdk::Desk *desk, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static constexpr int kSections = 6;

    QListWidget *makeList() const;
    QAction *addCommand(const QString &id, const QString &keys);
    void makeActions();
    void layOut();
    Section *makeSection(int index) const;
    void open(int index);
    void enterSection();
    void enterList();
    void retranslate();

    sdk::Desk *m_desk;
    ui::PanelHeader *m_header;
    QListWidget *m_list;
    QStackedWidget *m_pages;
    std::array<Section *, kSections> m_sections{};
    std::array<QAction *, kSections> m_open{};
    QAction *m_goToList = nullptr;
};

} // namespace simiao::admin
