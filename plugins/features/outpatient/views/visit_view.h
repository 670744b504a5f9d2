#pragma once

#include "sdk/plugin_manifest.h"
#include "sdk/visit.h"

#include <QWidget>

class QSplitter;
class QTabWidget;

namespace simiao::ui {
class Badge;
class PanelHeader;
} // namespace simiao::ui

namespace simiao::outpatient {

/// All panels of one visit: note, diagnosis and orders in the middle, the side panels as tabs. Made once per visit, so
/// that switching patients swaps everything in one step and each comes back with its caret where it was.
class VisitView : public QWidget
{
    Q_OBJECT

public:
    VisitView(std::unique_ptr<sdk::Visit> visit, QWidget *parent = nullptr);
    ~VisitView() override;

    sdk::Visit *visit() const { return m_visit.get(); }
    /// Puts the focus where typing begins.
    void focusNote();
    /// Moves the focus to the next thing that keeps the visit from being signed.
    void goToNextObstacle();
    void retranslate();

private:
    struct Titled
    {
        sdk::Extension extension;
        ui::PanelHeader *header;
    };

    QWidget *middleColumn();
    QWidget *sideColumn();
    void addMiddlePanels(QSplitter *column, const QString &point);
    void addKey(const QString &keys, QWidget *panel, int tab);
    void showQuality();

    std::unique_ptr<sdk::Visit> m_visit;
    std::vector<Titled> m_headers;
    std::vector<sdk::Extension> m_tabs;
    QTabWidget *m_side = nullptr;
    QWidget *m_firstFocus = nullptr;
    ui::Badge *m_quality;
};

} // namespace simiao::outpatient
