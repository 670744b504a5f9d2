#pragma once

#include "ui/theme/severity.h"
#include "ui/widgets/text_flow.h"
#include "ui/widgets/themed_widget.h"

namespace simiao::ui {

class LinkButton;

/// What a NoticeLine says.
struct Notice
{
    Severity severity = Severity::Note;
    QString lead;        ///< one bold word: what this is about
    QString text;        ///< the finding, wraps
    QString secondary;   ///< what it rests on, on its own line
    QStringList actions; ///< what can be done, reached by Tab in this order
    bool operator==(const Notice &) const = default;
};

/// A finding beside what it is about, in place of a message box: glyph, bold lead word, text that
/// wraps, actions. Screen readers are told when a Block or Warn appears.
class NoticeLine : public ThemedWidget
{
    Q_OBJECT

public:
    explicit NoticeLine(const Notice &notice = {}, QWidget *parent = nullptr);

    void setNotice(const Notice &notice);
    const Notice &notice() const { return m_notice; }

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    /// What one line of all its words and links takes.
    int naturalWidth() const;

Q_SIGNALS:
    /// \param index  into Notice::actions
    void triggered(int index);

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    TextFlow finding() const;
    TextFlow basis() const;
    int textLeft() const;
    int textWidth(int width) const;
    /// Lays the links behind the last words; returns where the secondary line begins.
    int placeLinks(int width, bool isMoving) const;
    void rebuildLinks();
    void claimHeight();
    void tellScreenReader();

    Notice m_notice;
    QList<LinkButton *> m_links;
};

} // namespace simiao::ui
