package org.echolot.ui.preferences;

import org.echolot.dicom.pdu.AeTitle;
import org.echolot.settings.AppearanceSettings;
import org.echolot.settings.CheckSettings;
import org.echolot.settings.HistorySettings;
import org.echolot.settings.ListenerSettings;

/**
 * What the user can choose once for all, as it is or is to be.
 *
 * @param callingAe calls peers that have no calling AE title of their own
 */
public record Preferences(
    AeTitle callingAe,
    AppearanceSettings appearance,
    CheckSettings checks,
    ListenerSettings listener,
    HistorySettings history) {}
