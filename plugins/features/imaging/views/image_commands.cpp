#include "imaging/views/image_commands.h"

#include "imaging/models/viewer_data.h"
#include "imaging/models/window_words.h"
#include "imaging/report/report_lines.h"
#include "imaging/stated_display.h"
#include "imaging/views/active_view.h"
#include "imaging/views/command_action.h"
#include "sdk/desk.h"

#include <QLocale>

#include <algorithm>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 10; // slices
/// Further windows and tables of the image that have a line of their own; one key goes through all.
constexpr int kStatedLines = 8;
constexpr qsizetype kKeys = 9;

/// "Bone (of the image)", "W 2000 L 500 (of the image)".
QString statedText(const imaging::StatedDisplay &stated)
{
    constexpr qsizetype kMost = 32;
    auto words = imaging::harmless(stated.explanation).simplified().left(kMost);
    if (words.isEmpty())
        words = stated.display.table ? ImageCommands::tr("Look-up table") : windowText(stated.display.window);
    return ImageCommands::tr("%1 (of the image)", "a window that the image names").arg(words);
}

} // namespace

ImageCommands::ImageCommands(ActiveView *view, std::shared_ptr<const ViewerData> data, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_data(std::move(data))
    , m_attach(commandAction(this, u"imaging.attach"_s, {Qt::Key_A}))
    , m_previousSeries(commandAction(this, u"imaging.previousSeries"_s, {Qt::Key_Left}))
    , m_nextSeries(commandAction(this, u"imaging.nextSeries"_s, {Qt::Key_Right}))
{
    makePresets();
    makeStated();
    makeDisplay();
    makeLeafing();
    connect(view, &ActiveView::changed, this, &ImageCommands::follow);
    retranslate();
    follow();
}

/// Keys are given where it is known for which series: one digit is another window of each modality.
void ImageCommands::makePresets()
{
    for (const auto &preset : m_data->presets) {
        auto *action =
            commandAction(this, u"imaging.preset."_s + preset.id, {}, [this, &preset] { usePreset(preset); });
        action->setCheckable(true);
        m_presets.append(action);
    }
}

void ImageCommands::usePreset(const ViewerPreset &preset)
{
    auto *stack = m_view->stack();
    if (!stack->frame())
        return;
    const auto window = preset.windowOn(*stack->frame());
    if (!window)
        return m_view->viewport()->say(sdk::errorText(window.error()));
    stack->setWindow(*window);
    if (preset.isInverse && !stack->display().isInverted)
        stack->invert();
}

/// The first of them is the default.
void ImageCommands::makeStated()
{
    for (int i = 1; i <= kStatedLines; ++i) {
        auto *action = commandAction(this, u"imaging.stated.%1"_s.arg(i + 1), {},
                                     [this, i] { m_view->stack()->useStated(i); });
        action->setCheckable(true);
        m_stated.append(action);
    }
    m_nextStated = commandAction(this, u"imaging.nextStated"_s, {Qt::SHIFT | Qt::Key_U},
                                 [this] { m_view->stack()->useNextStated(); });
}

/// Behind the presets, with the digits that these leave.
void ImageCommands::followStated(qsizetype presets)
{
    const auto *stack = m_view->stack();
    const int count = stack->statedCount();
    for (qsizetype i = 0; i < m_stated.size(); ++i) {
        auto *action = m_stated[i];
        const bool isThere = i + 1 < count;
        action->setVisible(isThere);
        action->setEnabled(isThere);
        const bool hasKey = isThere && presets + i < kKeys;
        action->setShortcut(hasKey ? QKeySequence(static_cast<Qt::Key>(Qt::Key_1 + presets + i))
                                   : QKeySequence());
        if (isThere)
            action->setText(statedText(*imaging::statedDisplay(stack->frame()->facts(), int(i) + 1)));
        action->setChecked(isThere && stack->stated() == int(i) + 1);
    }
    m_nextStated->setVisible(count > 1);
    m_nextStated->setEnabled(count > 1);
}

void ImageCommands::followPresets()
{
    const auto *stack = m_view->stack();
    const auto fitting = presetsFor(m_data->presets, stack->series().modality, stack->series().bodyPart);
    for (std::size_t i = 0; i < m_data->presets.size(); ++i) {
        const auto &preset = m_data->presets[i];
        auto *action = m_presets[qsizetype(i)];
        const auto place = std::ranges::find(fitting, &preset) - fitting.begin();
        const bool isFitting = place < std::ssize(fitting);
        action->setVisible(isFitting && stack->count() > 0);
        // A window by the values of the slice wants the slice, not its preview.
        action->setEnabled(isFitting && stack->isWindowed() && !(preset.percentiles && stack->isPreview()));
        if (isFitting)
            action->setShortcut(QKeySequence(static_cast<Qt::Key>(Qt::Key_1 + place)));
        action->setChecked(isFitting && stack->isWindowed()
                           && preset.isOn(*stack->frame(), stack->display().window));
    }
    followStated(std::ssize(fitting));
}

void ImageCommands::makeDisplay()
{
    m_display = {
        commandAction(this, u"imaging.defaultWindow"_s, {Qt::Key_0},
                      [this] { m_view->stack()->useDefaultWindow(); }),
        commandAction(this, u"imaging.invert"_s, {Qt::Key_I}, [this] { m_view->stack()->invert(); }),
        commandAction(this, u"imaging.fit"_s, {Qt::Key_F}, [this] { m_view->viewport()->fit(); }),
        commandAction(this, u"imaging.reset"_s, {Qt::Key_R},
                      [this] {
                          m_view->stack()->resetDisplay();
                          m_view->viewport()->resetView();
                      }),
        commandAction(this, u"imaging.autoWindow"_s, {Qt::Key_U}, [this] { useAutomaticWindow(); }),
    };
    m_display[1]->setCheckable(true);
}

/// By what the slice on the screen holds.
void ImageCommands::useAutomaticWindow()
{
    if (const auto &frame = m_view->stack()->frame())
        m_view->stack()->setWindow(frame->automaticWindow());
}

void ImageCommands::makeLeafing()
{
    const auto leaf = [this](int by) { m_view->stack()->scrollBy(by); };
    m_leafing = {
        m_previousSeries,
        m_nextSeries,
        commandAction(this, u"imaging.previousSlice"_s, {Qt::Key_Up}, [leaf] { leaf(-1); }),
        commandAction(this, u"imaging.nextSlice"_s, {Qt::Key_Down}, [leaf] { leaf(1); }),
        commandAction(this, u"imaging.pageUp"_s, {Qt::Key_PageUp}, [leaf] { leaf(-kPage); }),
        commandAction(this, u"imaging.pageDown"_s, {Qt::Key_PageDown}, [leaf] { leaf(kPage); }),
        commandAction(this, u"imaging.firstSlice"_s, {Qt::Key_Home},
                      [this] { m_view->stack()->scrollTo(0); }),
        commandAction(this, u"imaging.lastSlice"_s, {Qt::Key_End},
                      [this] { m_view->stack()->scrollTo(m_view->stack()->count() - 1); }),
    };
}

QList<QAction *> ImageCommands::panelWide() const
{
    return QList<QAction *>{m_attach} + presets() + m_display;
}

void ImageCommands::retranslate()
{
    const auto language = QLocale().name();
    for (std::size_t i = 0; i < m_data->presets.size(); ++i)
        m_presets[qsizetype(i)]->setText(m_data->presets[i].title.in(language));
    for (qsizetype i = 0; i < m_stated.size(); ++i)
        m_stated[i]->setText(tr("Window %1 of the image").arg(i + 2));
    m_nextStated->setText(tr("Next of the image"));
    m_nextStated->setToolTip(tr("The next window or look-up table that the image itself states"));
    m_display[0]->setText(tr("Default"));
    m_display[0]->setToolTip(tr("The window the image itself asks for"));
    m_display[1]->setText(tr("Invert"));
    m_display[2]->setText(tr("Fit"));
    m_display[3]->setText(tr("Reset"));
    m_display[4]->setText(tr("Auto window"));
    m_display[4]->setToolTip(tr("A window from the 1st to the 99.5th percentile of this image"));
    m_attach->setText(tr("Attach…"));
    m_attach->setToolTip(tr("Attach images from a file or folder to this patient"));
    followPresets(); // those of the image bear its words
}

void ImageCommands::follow()
{
    const auto *stack = m_view->stack();
    const bool isWindowed = stack->isWindowed();
    followPresets();
    for (auto *action : m_display) {
        action->setVisible(stack->count() > 0);
        action->setEnabled(stack->frame() != nullptr);
    }
    m_display[4]->setEnabled(isWindowed && !stack->isPreview());
    m_display[1]->setChecked(stack->frame() && stack->display().isInverted);
}

} // namespace simiao::viewer
