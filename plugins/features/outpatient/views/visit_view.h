#pragma once

#include "sdk/plugin_manifest.h"
#include "sdk/visit.h"

#include <QWidget>

class QAction;
class QSplitter;
class QTabWidget;

namespace simiao::ui {
class Badge;
class KeyHint;
class NoticeLine;
class PanelHeader;
} // namespace simiao::ui

namespace simiao::outpatient {

class PresenceBadge;
class SideWidth;

/// All panels of one visit: note, diagnosis and orders in the middle, the side panels as tabs. Made once per visit, so
/// that switching patients swaps everything in one step and each comes back with its caret where it was.
class VisitView : public QWidget
{
    Q_OBJECT

public:
    /// \param nextDefect  goes to what is missing; its key stands beside how much that is
    VisitView(std::unique_ptr<sdk::Visit> visit, const QAction *nextDefect, QWidget *parent = nullptr);
    ~VisitView() override;

    sdk::Visit *visit() const { return m_visit.get(); }
    /// Puts the focus where typing begins; where the side panels have all of the visit, there.
    void focusNote();
    /// Shows a panel by the component of its extension and puts the focus there; nothing where there is none.
    void goTo(const QString &component);
    /// Moves the focus to the next thing that keeps the visit from being signed.
    void goToNextObstacle();
    /// Somebody signed this visit while it is written here. Kept until the view goes.
    void showSignedElsewhere(const LocalText &signer, Instant signedAt);
    bool isSignedElsewhere() const { return m_elsewhere.has_value(); }
    void retranslate();

Q_SIGNALS:
    void signedElsewhere();
    /// Both versions of the visit are to be seen.
    void comparisonWanted();

private:
    struct Elsewhere
    {
        LocalText signer;
        Instant signedAt;
    };

    /// A panel, the action that puts the focus there, and the title over it; null for a side panel, which has a tab.
    struct Titled
    {
        sdk::Extension extension;
        QAction *action;
        ui::PanelHeader *header;
    };

    QWidget *middleColumn();
    QWidget *sideColumn();
    void addMiddlePanels(QSplitter *column, const QString &point);
    QAction *addGoTo(const sdk::Extension &extension, QWidget *panel, int tab);
    void showSideKey(int tab);
    void showQuality();
    void showSignature();
    void showElsewhere();

    std::unique_ptr<sdk::Visit> m_visit;
    std::vector<Titled> m_headers;
    std::vector<Titled> m_tabs;
    QTabWidget *m_side = nullptr;
    ui::KeyHint *m_sideKey;
    SideWidth *m_width = nullptr; ///< made with the columns
    QWidget *m_firstFocus = nullptr;
    std::optional<Instant>
        m_signedNow;             ///< when it was signed here; once it is opened again the record says it
    ui::NoticeLine *m_signature; ///< who signed and when; hidden until then
    std::optional<Elsewhere> m_elsewhere;
    PresenceBadge *m_presence; ///< who else writes, above the note
    ui::Badge *m_quality;
    ui::KeyHint *m_missingKey; ///< beside it, while something is missing
    const QAction *m_nextDefect;
};

} // namespace simiao::outpatient
