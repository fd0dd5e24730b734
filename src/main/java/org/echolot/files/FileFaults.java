package org.echolot.files;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import org.jspecify.annotations.Nullable;

/** Says what went wrong with a file. The platform's own messages are often only its path. */
public final class FileFaults {

  private FileFaults() {}

  /** What went wrong, in a few words without the file's name. */
  public static String words(Exception e) {
    return switch (e) {
      case AccessDeniedException denied -> reason(denied, "permission denied");
      case NoSuchFileException _ -> "there is no such file or folder";
      case FileAlreadyExistsException exists ->
          "a file named " + exists.getFile() + " is in the way";
      case NotDirectoryException _ -> "a part of its path is not a folder";
      case DirectoryNotEmptyException _ -> "it is a folder";
      case FileSystemLoopException _ -> "its symbolic links form a loop";
      case ReadOnlyFileSystemException _ -> "the file system is read-only";
      case FileSystemException other -> reason(other, "input or output failed");
      default -> messageOf(e);
    };
  }

  private static String reason(FileSystemException e, String otherwise) {
    String reason = e.getReason();
    return reason == null || reason.isBlank() ? otherwise : reason;
  }

  private static String messageOf(Exception e) {
    @Nullable String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }
}
