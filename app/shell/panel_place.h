#pragma once

#include "sdk/plugin_manifest.h"

#include <QPointer>
#include <QWidget>

class QStackedLayout;

namespace simiao::sdk {
class Visit;
} // namespace simiao::sdk

namespace simiao::shell {

class NoticeText;

/// Where a panel of a visit stands on its page. While the panel is in a window of its own, the place says so and offers to
/// bring it back. Whoever gives the place the focus gives it to the panel, wherever that is.
class PanelPlace : public QWidget
{
    Q_OBJECT

public:
    /// \param visit  told apart from others, never asked; it outlives the place
    /// \param panel  goes when the place goes, wherever it stands then
    PanelPlace(sdk::Extension extension, const sdk::Visit *visit, QWidget *panel, QWidget *parent = nullptr);
    ~PanelPlace() override;

    const sdk::Extension &extension() const { return m_extension; }
    const sdk::Visit *visit() const { return m_visit; }
    QWidget *panel() const { return m_panel; }
    bool isAway() const { return m_isAway; }
    /// The panel's title in the interface's language.
    QString title() const;
    /// Whether the patient may look at it as it is now.
    bool isPatientSafe() const;

    /// The panel is about to get another parent.
    void lend();
    /// The panel stands here again.
    void takeBack();

Q_SIGNALS:
    void backRequested();
    /// isPatientSafe() may be another now.
    void safetyChanged();
    /// The place goes, and the panel with it: nobody may keep either.
    void leaving();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void translate();

    sdk::Extension m_extension;
    const sdk::Visit *m_visit;
    QPointer<QWidget> m_panel;
    QStackedLayout *m_pages;
    QWidget *m_elsewhere;
    NoticeText *m_words;
    bool m_isAway = false;
};

} // namespace simiao::shell
